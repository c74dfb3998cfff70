import { shapeInput, shapeType } from '@maillage/engine';
import { period, type Period } from '@maillage/kernel';
import { place, type Place } from './mission/events.js';

export const PeriodObject = shapeType(period);
export type PeriodObject = Period;
export const PeriodInput = shapeInput(period);
export type PeriodInput = Period;

export const PlaceObject = shapeType(place);
export type PlaceObject = Place;
export const PlaceInput = shapeInput(place);
export type PlaceInput = Place;
